// A whole Bluesky network on loopback: directory, PDS, AppView, search, notifications. Prints where they are, as JSON.
// It wants DB_POSTGRES_URL and REDIS_HOST: node network.mjs
import '../servers/loopback.mjs'
import { TestNetwork } from '@atproto/dev-env'

const network = await TestNetwork.create({ dbPostgresSchema: 'warroom' })
const { pds, bsky, plc } = network
console.log(JSON.stringify({ pds: pds.port, appview: bsky.port, plc: Number(new URL(plc.url).port) }))

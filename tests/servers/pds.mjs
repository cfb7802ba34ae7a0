// A Bluesky personal data server, set by PDS_* variables, on loopback: node pds.mjs
import './loopback.mjs'
import { PDS } from '@atproto/pds'

await PDS.run({ onStarted: () => console.log(`pds listening on 127.0.0.1:${process.env.PDS_PORT}`) })
process.exit(0)

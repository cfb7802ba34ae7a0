// The directory of identities (PLC), in memory, on loopback: node plc.mjs PORT
import './loopback.mjs'
import { Database, PlcServer } from '@did-plc/server'

const port = Number(process.argv[2])
const plc = PlcServer.create({ db: Database.mock(), port })
await plc.start()
console.log(`plc listening on 127.0.0.1:${port}`)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => plc.destroy().then(() => process.exit(0)))

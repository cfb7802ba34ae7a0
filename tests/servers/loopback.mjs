import net from 'node:net'

// No server outlives the tests that started it, however these end: their end closes this pipe.
process.stdin.on('end', () => process.exit(1)).resume()

// Both servers listen on every interface by default; a test server must not be seen by the network.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (port, ...rest) {
  if (typeof port !== 'number' || typeof rest[0] === 'string') return listen.call(this, port, ...rest)
  return listen.call(this, port, '127.0.0.1', ...rest)
}

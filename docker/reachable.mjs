// Health check of a container without a port of its own: `node reachable.mjs host:port …` ends with 0 when each
// of them takes a connection within two seconds, and names the first that does not.
import { connect } from 'node:net';

function reach(address) {
  const [host, port] = address.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const end = (reached) => {
      socket.destroy();
      resolve(reached);
    };
    socket.setTimeout(2000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

const addresses = process.argv.slice(2);
const answers = await Promise.all(addresses.map(reach));
const silent = addresses.find((_, at) => !answers[at]);
if (addresses.length === 0 || silent !== undefined) {
  process.stderr.write(`not reachable: ${silent ?? 'no address given'}\n`);
  process.exitCode = 1;
}

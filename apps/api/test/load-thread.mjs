import { request, Agent } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

// Asks one page over and over on so many connections for so long, away from the thread that answers.
const { url, headers, connections, milliseconds } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const until = Date.now() + milliseconds;

const ask = () =>
  new Promise((resolve, reject) => {
    const call = request(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    call.on('error', reject);
    call.end();
  });

async function loop() {
  let done = 0;
  while (Date.now() < until) {
    const status = await ask();
    if (status !== 200) throw new Error(`answered ${status}`);
    done += 1;
  }
  return done;
}

const counts = await Promise.all(Array.from({ length: connections }, loop));
agent.destroy();
parentPort.postMessage(counts.reduce((sum, one) => sum + one, 0));

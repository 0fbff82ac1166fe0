// Runs on the Node that happens to be installed (20 or later) and with nothing installed yet: it installs what
// is missing, then hands over to the Node 24 that came with it. Plain JavaScript and Node's own modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.trellis-lock');
const COMMANDS = {
  start: 'tools/launch/start.ts',
  test: 'tools/prove/prove.ts',
  proof: 'tools/proofs/run.ts',
  backup: 'tools/launch/backup.ts',
  restore: 'tools/launch/restore.ts',
};

const REASONS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR/,
    'The package registry cannot be reached: connect this machine to the network once, then run the command again.',
  ],
  [
    /ENOSPC|EDQUOT/,
    'The disk is full: the packages need about 1.5 GB; free some space and run the command again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    `This user may not write in ${root}: give it the right, then run the command again.`,
  ],
];

function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** True when node_modules is what the lock asks for. A finished "npm install" by hand counts as well. */
function isInstalled(hash) {
  if (!existsSync(path.join(modules, '.bin', 'node'))) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8').trim() === hash;
  const npmsOwnRecord = path.join(modules, '.package-lock.json');
  return existsSync(npmsOwnRecord) && statSync(npmsOwnRecord).mtimeMs >= statSync(lockFile).mtimeMs;
}

function runNpm(args) {
  const script = process.env.npm_execpath;
  const [file, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(file, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
    let written = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (written += text));
    child.once('error', (error) => resolve({ code: 1, written: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 130, written }));
  });
}

async function install() {
  const hash = lockHash();
  if (!isInstalled(hash)) {
    // npm empties the folder before it installs, and through a link that would be somebody else's folder.
    if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
      fail(
        `${modules} is a link and does not fit package-lock.json: replace it by a folder of its own, then run again.`,
      );
    }
    process.stdout.write('Installing packages; the first time this takes a few minutes …\n');
    // Development packages hold the compiler and Postgres: they are needed whatever NODE_ENV says.
    const result = await runNpm(['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']);
    if (result.code !== 0) {
      const reason = REASONS.find(([pattern]) => pattern.test(result.written));
      fail(reason ? reason[1] : `${result.written.trim()}\n\nThe packages could not be installed.`);
    }
  }
  noteInstalled(hash);
}

function noteInstalled(hash) {
  try {
    if (!existsSync(stampFile)) writeFileSync(stampFile, `${hash}\n`);
  } catch {
    // node_modules may belong to another user; then npm's own record decides every time.
  }
}

/** Runs the script with the installed Node, passes signals on, and ends as it ends. */
function handOver(script, args) {
  const node = path.join(modules, '.bin', 'node');
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(node, [path.join(root, script), ...args], { cwd: root, stdio });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  child.once('error', (error) => fail(`Node 24 from node_modules could not be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 1;
    if (signal) process.stderr.write(`The command was ended by ${signal}.\n`);
  });
}

const [command = '', ...rest] = process.argv.slice(2);
const script = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
if (script === undefined) fail(`Use: node tools/bootstrap.mjs ${Object.keys(COMMANDS).join('|')}`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Trellis needs Node 20 or later; this is Node ${process.versions.node}.`);
}
await install();
handOver(script, rest);

/**
 * Loaded into the API before its own code when `npm start` runs it. A start that is killed cannot stop its
 * children; the channel between the two closes then, and the API ends in order by itself, so that its port is
 * free for the next start.
 */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
// The channel alone is no reason to stay alive once the API has closed.
process.channel?.unref();

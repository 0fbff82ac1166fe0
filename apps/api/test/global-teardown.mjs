/** Stops what global-setup started. */
export default async function stopDatabase() {
  await globalThis.trellisTestPostgres?.stop();
}

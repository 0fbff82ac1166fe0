/**
 * What the queue is told of work that was not done. The queue keeps message and stack of what it is handed, outside
 * the walls of the database, so both say the code and nothing of the error that was met.
 */
export class JobFailure extends Error {
  constructor(code: string) {
    super(code);
    this.stack = `JobFailure: ${code}`;
  }
}

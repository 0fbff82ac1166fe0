/** One delivery at a time: on every wake-up and at least every `pollMs`. */
export class DeliveryLoop {
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly deliver: () => Promise<void>,
    pollMs: number,
  ) {
    this.timer = setInterval(() => {
      this.wake();
    }, pollMs);
  }

  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.again = false;
    clearInterval(this.timer);
    await this.running;
  }

  private async drain(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.deliver();
    }
    this.running = null;
  }
}

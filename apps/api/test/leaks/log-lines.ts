type Write = typeof process.stdout.write;

/** Keeps what the server writes to its log, instead of the screen. */
export class LogLines {
  readonly lines: string[] = [];
  private usual: Write | null = null;

  begin(): void {
    this.usual = process.stdout.write.bind(process.stdout);
    const keep = (text: string | Uint8Array): boolean => {
      this.lines.push(...String(text).split('\n'));
      return true;
    };
    process.stdout.write = keep;
  }

  end(): void {
    if (this.usual !== null) process.stdout.write = this.usual;
  }
}

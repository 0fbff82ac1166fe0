import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DemoSignInView } from '@trellis/contracts';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { notFound } from '../platform/http/app-error.js';
import { readSignIns } from './demo-sign-ins.js';
import { demoView } from './demo-view.js';

const dayMs = 86_400_000;

/** Sign-ins of the demo, and its clinical clock, which can be moved ahead to see rating windows open and close. */
@Injectable()
export class DemoService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (existsSync(this.clockFile)) this.clock.runAhead(Number(readFileSync(this.clockFile, 'utf8')) * dayMs);
  }

  /** @throws AppError not_found when the demo clinic was not made in this data folder. */
  signIns(): DemoSignInView {
    const signIns = readSignIns(this.config.dataDir);
    if (signIns === null) throw notFound();
    return demoView(signIns, this.config.homeworkUrl, this.clock.now());
  }

  /** Moves the clinical clock ahead by whole days; 0 returns to the present. Survives a restart. */
  moveTime(days: number): DemoSignInView {
    const ahead = days === 0 ? 0 : Math.round(this.clock.ahead() / dayMs) + days;
    writeFileSync(this.clockFile, String(ahead), { mode: 0o600 });
    this.clock.runAhead(ahead * dayMs);
    return this.signIns();
  }

  private get clockFile(): string {
    return join(this.config.dataDir, 'demo-clock');
  }
}

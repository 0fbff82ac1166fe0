import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DemoSignInView, MoveDemoTimeRequest } from '@trellis/contracts';
import { Button, Icon } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Languages } from '../core/i18n/languages';

/** Days one can move ahead at a time: a day, a week, and to the end of the next fortnight. */
const STEPS = [1, 7, 13] as const;

/**
 * The demo's clinical clock, with buttons to move it ahead, so that rating windows can be seen on any day of the
 * week. Shows nothing where no demo clinic is served.
 */
@Component({
  selector: 'tr-demo-time',
  imports: [Button, Icon, TranslocoPipe],
  templateUrl: './demo-time.html',
  styleUrl: './demo-time.css',
})
export class DemoTime {
  readonly #http = inject(HttpClient);
  readonly #languages = inject(Languages);
  protected readonly steps = STEPS;
  protected readonly time = signal<string | null>(null);
  protected readonly shown = computed(() => {
    const time = this.time();
    if (time === null) return null;
    const form = new Intl.DateTimeFormat(this.#languages.active(), {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return form.format(new Date(time));
  });

  constructor() {
    void this.#load();
  }

  /** Moves ahead by `days`, 0 back to the present, and shows everything as of then. */
  protected async move(days: number): Promise<void> {
    const request: MoveDemoTimeRequest = { days };
    await firstValueFrom(this.#http.post(apiUrl(paths.clinic.demo, 'time'), request));
    location.reload();
  }

  async #load(): Promise<void> {
    try {
      const demo = await firstValueFrom(this.#http.get<DemoSignInView>(apiUrl(paths.clinic.demo)));
      this.time.set(demo.clinicalTime);
    } catch {
      this.time.set(null);
    }
  }
}

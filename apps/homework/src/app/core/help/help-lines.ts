import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@trellis/ui';
import { Session } from '../session/session';

/** Lines that answer in the United States, built in so that they stand there without a network. */
const LINES = [
  { words: 'help.danger', number: '911', call: 'tel:911' },
  { words: 'help.life', number: '988', call: 'tel:988' },
  { words: 'help.home', number: '1-800-799-7233', call: 'tel:18007997233' },
] as const;

/** People to call. The clinic's own line comes with the session; nothing is asked of the server here. */
@Component({
  selector: 'tr-help-lines',
  imports: [Icon, TranslocoPipe],
  template: `
    @for (line of lines; track line.number) {
      <a [href]="line.call">
        <span
          >{{ line.words + '.who' | transloco }}
          <span class="number">{{ line.number }}</span>
          <span class="small">{{ line.words + '.when' | transloco }}</span>
        </span>
        <tr-icon name="phone" />
      </a>
    }
    @if (clinic(); as clinic) {
      <a [href]="'tel:' + clinic.dial">
        <span
          >{{ 'help.clinic.who' | transloco }}
          <span class="number">{{ clinic.phone }}</span>
          <span class="small">{{ 'help.clinic.when' | transloco }}</span>
        </span>
        <tr-icon name="phone" />
      </a>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    a {
      display: grid;
      grid-template-columns: 1fr 40px;
      gap: 2px 12px;
      align-items: center;
      min-height: 72px;
      padding: 11px 16px 12px;
      color: var(--ink);
      line-height: 1.3;
      text-decoration: none;
      background: var(--surface);
      border: 1.5px solid var(--edge-soft);
      border-radius: var(--radius);
    }
    .number {
      display: block;
      font-size: 1.25rem;
      font-weight: 600;
      line-height: 1.35;
      text-align: left;
    }
    .small {
      display: block;
    }
    tr-icon {
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      color: var(--leaf);
      background: var(--leaf-soft);
      border-radius: 50%;
    }
  `,
})
export class HelpLines {
  protected readonly lines = LINES;
  readonly #session = inject(Session);
  protected readonly clinic = computed(() => {
    const phone = this.#session.clinic()?.phone ?? '';
    return phone === '' ? null : { phone, dial: phone.replace(/[^+\d]/g, '') };
  });
}

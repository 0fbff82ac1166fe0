import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadinessItemView } from '@trellis/contracts';
import { Card, CompartmentMark, compartmentOfSide } from '@trellis/ui';
import { Session } from '../core/session/session';

interface Column {
  readonly side: 'RP' | 'BP' | 'SYSTEM';
  readonly heading: string;
  readonly items: readonly ReadinessItemView[];
}

/** Readiness in three lines, where it is not gathered now; each criterion stands on the page of its own. */
@Component({
  selector: 'tr-readiness-summary',
  imports: [Card, CompartmentMark, RouterLink, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosure.tabs.readiness' | transloco">
      @if (mayOpen()) {
        <a cardEnd [routerLink]="['/couples', coupleId(), 'readiness']">{{
          'disclosure.readiness.each' | transloco
        }}</a>
      }
      <ul>
        @for (line of lines(); track line.heading) {
          <li>
            <tr-compartment-mark [of]="line.of" /><b>{{ line.heading }}</b>
            <span class="small">{{
              'disclosure.readiness.met' | transloco: { met: line.met, of: line.all }
            }}</span>
          </li>
        }
      </ul>
    </tr-card>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 32px;
    }
    li {
      display: flex;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class ReadinessSummary {
  readonly coupleId = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  readonly #session = inject(Session);
  protected readonly mayOpen = computed(() => this.#session.may('disclosure.record'));
  protected readonly lines = computed(() =>
    this.columns().map(({ side, heading, items }) => ({
      of: compartmentOfSide[side === 'SYSTEM' ? 'JOINT' : side],
      heading,
      all: items.length,
      met: items.filter(({ status }) => status !== 'not_met').length,
    })),
  );
}

import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnMeasureRowView } from '@trellis/contracts';
import { Icon } from '@trellis/ui';
import { OwnMeasures } from '../core/measures/own-measures';

/** On Today while a form waits. It does not say which: somebody may look at the screen. Nobody is chased. */
@Component({
  selector: 'tr-forms-row',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (first(); as one) {
      <a class="row" [routerLink]="many() ? ['/forms'] : ['/forms', one.id]">
        <tr-icon name="document" />
        <span
          >{{ 'forms.name' | transloco
          }}<span class="small">{{ 'forms.today' | transloco: { name: one.givenByName } }}</span></span
        >
        <tr-icon name="chevron-right" />
      </a>
    }
  `,
})
export class FormsRow {
  protected readonly first = signal<OwnMeasureRowView | null>(null);
  protected readonly many = signal(false);

  constructor() {
    inject(OwnMeasures)
      .waiting()
      .then(
        ({ waiting }) => {
          this.many.set(waiting.length > 1);
          this.first.set(waiting[0] ?? null);
        },
        () => undefined,
      );
  }
}

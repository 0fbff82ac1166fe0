import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon, Note, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { AssessmentForm } from './assessment-form';
import { CriteriaColumn } from './criteria-column';
import { ReadinessOfCouple } from './readiness-of-couple';
import { RecordForm } from './record-form';
import { ReleaseForm } from './release-form';
import { ReleaseList } from './release-list';
import { SidePanel } from './side-panel';

/** Which form is open, and for whom. */
interface Open {
  readonly form: 'assess' | 'record' | 'release';
  readonly side: 'RP' | 'BP' | 'JOINT';
}

/** Readiness of a couple: every criterion of both sides and of the clinic, and what stands behind those of one's own. */
@Component({
  selector: 'tr-readiness-page',
  imports: [
    ...[AssessmentForm, Button, CriteriaColumn, Icon, Note, ProblemNote, RecordForm, ReleaseForm],
    ...[ReleaseList, SidePanel, StatePanel, TranslocoPipe],
  ],
  providers: [ReadinessOfCouple],
  templateUrl: './readiness-page.html',
  styleUrl: './readiness-page.css',
})
export class ReadinessPage {
  readonly coupleId = input.required<string>();
  readonly #couple = inject(CurrentCouple);
  protected readonly readiness = inject(ReadinessOfCouple);
  protected readonly words = inject(Words);
  protected readonly open = signal<Open | null>(null);

  protected readonly columns = computed(() => {
    const items = this.readiness.view()?.items ?? [];
    return (['RP', 'BP', 'JOINT'] as const).map((side) => ({
      side,
      heading:
        side === 'JOINT' ? this.words.say('readiness.system') : (this.#couple.person(side)?.name ?? ''),
      items: items.filter((item) => item.side === side),
      sealed: side === 'JOINT' || this.#couple.holds(side) ? '' : this.#sealed(side),
    }));
  });
  protected readonly sides = computed(() =>
    (this.readiness.view()?.sides ?? []).map((side) => ({
      side,
      name: this.#couple.person(side.side)?.name ?? '',
    })),
  );
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.open.set(null);
        this.readiness.show(coupleId);
      });
    });
  }

  protected name(side: 'RP' | 'BP' | 'JOINT'): string {
    return side === 'JOINT' ? '' : (this.#couple.person(side)?.name ?? '');
  }

  #sealed(side: 'RP' | 'BP'): string {
    const therapist = this.words.list(this.#couple.therapists(side));
    return this.words.say('readiness.sealed', { name: this.name(side), therapist });
  }
}

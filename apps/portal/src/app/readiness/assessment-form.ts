import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { contraindications, localDateOf, type ContraindicationId } from '@trellis/domain';
import { Announcer, Button, Card, Field, Note } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ReadinessOfCouple } from './readiness-of-couple';

const answers = ['absent', 'present', 'not_asked'] as const;
type Answer = (typeof answers)[number];

/** Every condition judged for one person on one day. What was not asked about today stays as it was. */
@Component({
  selector: 'tr-assessment-form',
  imports: [Button, Card, Field, Note, ProblemNote, TranslocoPipe],
  templateUrl: './assessment-form.html',
  styleUrl: './readiness-form.css',
})
export class AssessmentForm {
  readonly side = input.required<'RP' | 'BP' | 'JOINT'>();
  readonly name = input.required<string>();
  readonly zone = input.required<string>();
  readonly closed = output();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly readiness = inject(ReadinessOfCouple);
  readonly #judged = signal<Readonly<Partial<Record<ContraindicationId, Answer>>>>({});

  protected readonly answers = answers;
  protected readonly today = computed(() => localDateOf(new Date(), this.zone()));
  protected readonly on = signal('');
  protected readonly note = signal('');
  protected readonly day = computed(() => (this.on() === '' ? this.today() : this.on()));
  protected readonly rows = computed(() =>
    contraindications.map(({ id, level, label }) => ({
      ...{ id, level, label: label[this.#words.language()] },
      answer: this.#judged()[id] ?? 'not_asked',
    })),
  );
  protected readonly findings = computed(() =>
    this.rows()
      .filter(({ answer }) => answer !== 'not_asked')
      .map(({ id, answer }) => ({ condition: id, present: answer === 'present' })),
  );
  protected readonly found = computed(() => this.findings().some(({ present }) => present));

  protected judge(id: ContraindicationId, answer: Answer): void {
    this.#judged.update((before) => ({ ...before, [id]: answer }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const side = this.side();
    if (this.findings().length === 0 || side === 'JOINT') return;
    const note = this.note().trim();
    const request = { side, on: this.day(), findings: this.findings(), ...(note === '' ? {} : { note }) };
    if (!(await this.readiness.assess(request))) return;
    this.#announcer.say(this.#words.say('readiness.assess.done'));
    this.closed.emit();
  }
}

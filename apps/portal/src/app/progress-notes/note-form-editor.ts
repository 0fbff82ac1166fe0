import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NoteFormView } from '@trellis/contracts';
import { Button, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { NoteFormsApi } from './note-forms-api';

/** Name and headed parts of a form, in order; one of the parts may be the plan. */
@Component({
  selector: 'tr-note-form-editor',
  imports: [Button, Field, ProblemNote, TranslocoPipe],
  template: `
    <form novalidate (submit)="$event.preventDefault(); keep()">
      <tr-field #nameField [label]="'progressNotes.office.name' | transloco">
        <input
          #nameInput
          maxlength="80"
          [id]="nameField.id"
          [value]="name()"
          (input)="name.set(nameInput.value)"
        />
      </tr-field>
      @for (heading of headings(); track $index) {
        <tr-field #partField [label]="'progressNotes.office.part' | transloco: { n: $index + 1 }">
          <input
            #partInput
            maxlength="80"
            [id]="partField.id"
            [value]="heading"
            (input)="write($index, partInput.value)"
          />
        </tr-field>
      }
      <button trButton small type="button" [off]="headings().length >= 12" (click)="more()">
        {{ 'progressNotes.office.more' | transloco }}
      </button>
      <tr-field #planField [label]="'progressNotes.office.plan' | transloco">
        <select #planInput [id]="planField.id" (change)="plan.set(+planInput.value)">
          <option value="-1">{{ 'progressNotes.office.noPlan' | transloco }}</option>
          @for (heading of headings(); track $index) {
            @if (heading.trim() !== '') {
              <option [value]="$index" [selected]="$index === plan()">{{ heading }}</option>
            }
          }
        </select>
      </tr-field>
      <tr-problem-note [problem]="attempt.problem()" />
      <div class="acts">
        <button trButton look="main" type="submit" [busy]="attempt.busy()" [off]="!whole()">
          {{ 'progressNotes.office.keep' | transloco }}
        </button>
        <button trButton look="quiet" type="button" (click)="closed.emit()">
          {{ 'progressNotes.office.leave' | transloco }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 10px;
      max-width: 480px;
    }
    .acts {
      display: flex;
      gap: 8px;
    }
  `,
})
export class NoteFormEditor {
  readonly form = input.required<NoteFormView | null>();
  readonly kept = output();
  readonly closed = output();
  readonly #api = inject(NoteFormsApi);
  protected readonly attempt = new Attempt();
  protected readonly name = linkedSignal(() => this.form()?.name ?? '');
  protected readonly headings = linkedSignal((): readonly string[] =>
    (this.form()?.parts ?? [{ heading: '' }, { heading: '' }]).map(({ heading }) => heading),
  );
  protected readonly plan = linkedSignal(() => this.form()?.parts.findIndex(({ isPlan }) => isPlan) ?? -1);
  protected readonly whole = computed(
    () => this.name().trim() !== '' && this.headings().some((heading) => heading.trim() !== ''),
  );

  protected write(at: number, heading: string): void {
    this.headings.update((all) => all.map((one, index) => (index === at ? heading : one)));
  }

  protected more(): void {
    this.headings.update((all) => [...all, '']);
  }

  /** Parts without a heading are left out. */
  protected async keep(): Promise<void> {
    if (!this.whole()) return;
    const parts = this.headings()
      .map((heading, at) => ({ heading: heading.trim(), isPlan: at === this.plan() }))
      .filter(({ heading }) => heading !== '');
    const request = { name: this.name().trim(), parts };
    const done = await this.attempt.run(async () => {
      await this.#api.keep(this.form(), request);
    });
    if (done) this.kept.emit();
  }
}

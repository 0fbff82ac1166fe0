import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { Attempt } from '../../core/http/attempt';
import { ProblemNote } from '../../core/http/problem-note';
import { JointWorks } from './joint-works';

/** Ends an exercise of two people: what is still to come is taken back, after a second look at what that means. */
@Component({
  selector: 'tr-ending-panel',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    <details>
      <summary>{{ 'homework.together.ending.heading' | transloco }}</summary>
      <p class="small">{{ 'homework.together.ending.means' | transloco }}</p>
      @if (takenBack(); as places) {
        <p role="status">{{ 'homework.together.ending.done' | transloco: { places } }}</p>
      } @else if (takenBack() === 0) {
        <p role="status">{{ 'homework.together.ending.nothing' | transloco }}</p>
      } @else {
        <button trButton small type="button" [busy]="attempt.busy()" (click)="end()">
          {{ 'homework.together.ending.act' | transloco }}
        </button>
      }
      <tr-problem-note [problem]="attempt.problem()" />
    </details>
  `,
})
export class EndingPanel {
  readonly workId = input.required<string>();
  readonly #works = inject(JointWorks);
  protected readonly attempt = new Attempt();
  protected readonly takenBack = signal<number | null>(null);

  protected end(): void {
    void this.attempt.run(async () => {
      this.takenBack.set(await this.#works.end(this.workId()));
    });
  }
}

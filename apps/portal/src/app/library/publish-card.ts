import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TemplateProblem } from '@trellis/domain';
import { Announcer, Button, Card, Field } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ExerciseDraft } from './exercise-draft';
import { Findings } from './findings';
import { placeWords } from './place-words';

/** What is still lacking, what is pointed out, and the act of publishing with its reason. */
@Component({
  selector: 'tr-publish-card',
  imports: [Button, Card, Field, ProblemNote, TranslocoPipe],
  templateUrl: './publish-card.html',
  styleUrl: './publish-card.css',
})
export class PublishCard {
  /** A place of the exercise that somebody wants to go to. */
  readonly wanted = output<string>();
  readonly published = output();
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly draft = inject(ExerciseDraft);
  protected readonly findings = inject(Findings);

  protected readonly reason = signal('');
  protected readonly keepsWords = signal(false);
  protected readonly reasonAsked = signal(false);
  protected readonly sent = signal(false);
  protected readonly nothingNew = computed(
    () => this.draft.newest()?.state === 'published' && !this.draft.dirty(),
  );
  protected readonly lacking = computed(() =>
    [...this.draft.formProblems(), ...this.findings.lacking()].map((problem) => this.#said(problem)),
  );
  protected readonly reasonError = computed(() =>
    this.reasonAsked() && this.reason().trim() === '' ? this.#words.say('library.publish.reasonNeeded') : '',
  );

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    this.findings.asked.set(true);
    this.reasonAsked.set(true);
    const words = this.findings.hurtful().length;
    if (this.lacking().length > 0 || this.reasonError() !== '' || (words > 0 && !this.keepsWords())) {
      this.#announcer.say(this.#words.say('library.publish.notYet'));
      return;
    }
    this.sent.set(true);
    if (!(await this.draft.publish(this.reason().trim(), words > 0))) return;
    this.#announcer.say(this.#words.say('library.publish.done'));
    this.published.emit();
  }

  #said({ path, code }: TemplateProblem): Readonly<{ path: string; place: string; sentence: string }> {
    return {
      path,
      place: placeWords(path, (key, params) => this.#words.say(`library.build.place.${key}`, params)),
      sentence: this.#words.say(`library.build.problem.${code}`),
    };
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClinicTrack } from '@trellis/domain';
import { Button, Card, Field } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { TextField } from '../core/forms/text-field';
import { ExercisesApi } from './exercises-api';
import { readFormFile, refusalsOf, type FormFile } from './form-file';

/** A FHIR form from a file becomes a draft, or every reason why not is said at the item it is about. */
@Component({
  selector: 'tr-import-form',
  imports: [Button, Card, Field, ProblemNote, TextField, TranslocoPipe],
  templateUrl: './import-form.html',
  styleUrl: './publish-card.css',
})
export class ImportForm {
  readonly track = input.required<ClinicTrack>();
  /** The code of the draft. */
  readonly made = output<string>();
  readonly #api = inject(ExercisesApi);

  protected readonly attempt = new Attempt();
  protected readonly form = signal<FormFile | null>(null);
  protected readonly wrong = signal<'' | 'too_large' | 'not_json' | 'no_file'>('');
  protected readonly attested = signal(false);
  protected readonly reference = signal('');
  protected readonly refusals = computed(() => refusalsOf(this.attempt.problem(), this.form()));

  protected async choose(files: FileList | null): Promise<void> {
    const file = files?.item(0);
    this.attempt.problem.set(null);
    this.form.set(null);
    this.wrong.set('');
    if (file == null) return;
    const read = await readFormFile(file);
    if (typeof read === 'string') this.wrong.set(read);
    else this.form.set(read);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.form();
    if (form === null) {
      if (this.wrong() === '') this.wrong.set('no_file');
      return;
    }
    const reference = this.reference().trim();
    await this.attempt.run(async () => {
      const { code } = await this.#api.import({
        track: this.track(),
        questionnaire: form.resource,
        ...(this.attested() ? { attested: true } : {}),
        ...(reference === '' ? {} : { licenceReference: reference }),
      });
      this.made.emit(code);
    });
  }
}

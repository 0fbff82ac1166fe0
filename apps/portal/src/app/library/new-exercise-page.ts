import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { clinicTemplateLimits, clinicTracks, emptyClinicTemplate, type ClinicTrack } from '@trellis/domain';
import { Button, Card, ChoiceList, type Option } from '@trellis/ui';
import { TextField } from '../core/forms/text-field';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ExercisesApi } from './exercises-api';
import { ImportForm } from './import-form';

/** Begins an exercise of the clinic: an empty one with a name, or one from a form. */
@Component({
  selector: 'tr-new-exercise-page',
  imports: [Button, Card, ChoiceList, ImportForm, ProblemNote, RouterLink, TextField, TranslocoPipe],
  template: `
    <p>
      <a routerLink="/library">{{ 'library.back' | transloco }}</a>
    </p>
    <header>
      <h1>{{ 'library.begin.heading' | transloco }}</h1>
      <p class="small">{{ 'library.begin.lead' | transloco }}</p>
    </header>
    <tr-choice-list
      twoColumns
      [legend]="'library.begin.track' | transloco"
      [options]="tracks()"
      [value]="track()"
      (valueChange)="$event && track.set($event)"
    />
    <tr-card [heading]="'library.begin.empty' | transloco">
      <form novalidate (submit)="begin($event)">
        <tr-text-field
          name="title"
          [label]="'library.begin.title' | transloco"
          [longest]="longest"
          [(value)]="title"
        />
        <tr-problem-note [problem]="attempt.problem()" />
        <button trButton look="main" type="submit" [busy]="attempt.busy()">
          {{ 'library.begin.send' | transloco }}
        </button>
      </form>
    </tr-card>
    <tr-import-form [track]="track()" (made)="write($event)" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 720px);
      gap: 16px;
    }
    form {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    tr-text-field {
      width: 100%;
    }
  `,
})
export class NewExercisePage {
  readonly #api = inject(ExercisesApi);
  readonly #router = inject(Router);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly track = signal<ClinicTrack>('R');
  protected readonly title = signal('');
  protected readonly longest = clinicTemplateLimits.title;
  protected readonly tracks = computed((): readonly Option<ClinicTrack>[] =>
    clinicTracks.map((value) => ({ value, label: this.#words.say(`library.tracks.${value}`) })),
  );

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    await this.attempt.run(async () => {
      const title = { en: this.title().trim(), es: '' };
      const { code } = await this.#api.create(this.track(), { ...emptyClinicTemplate, title });
      this.write(code);
    });
  }

  protected write(code: string): void {
    void this.#router.navigate(['/library', code, 'write']);
  }
}

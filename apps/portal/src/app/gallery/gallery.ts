import { Component } from '@angular/core';
import { GalleryAnswers } from './gallery-answers';
import { GalleryData } from './gallery-data';
import { GalleryStates } from './gallery-states';

/** All widgets in their states, light above dark, for the eye. Development build only. */
@Component({
  selector: 'tr-gallery',
  imports: [GalleryAnswers, GalleryData, GalleryStates],
  template: `
    @for (scheme of schemes; track scheme) {
      <section [attr.data-scheme]="scheme">
        <h1>{{ scheme }}</h1>
        <tr-gallery-states />
        <tr-gallery-answers />
        <tr-gallery-data />
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
      padding: 24px;
    }
  `,
})
export class Gallery {
  protected readonly schemes = ['light', 'dark'] as const;
}

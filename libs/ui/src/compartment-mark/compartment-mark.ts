import { Component, input } from '@angular/core';
import type { Compartment } from './compartment.js';

/** The shape of a compartment in its colour. Always beside its word, so it is hidden from screen readers. */
@Component({
  selector: 'tr-compartment-mark',
  host: { 'aria-hidden': 'true', '[class]': 'of()' },
  template: `
    <svg [attr.viewBox]="of() === 'joint' || of() === 'shared' ? '0 0 19 12' : '0 0 12 12'">
      @switch (of()) {
        @case ('rp') {
          <circle cx="6" cy="6" r="5.5" fill="currentColor" />
        }
        @case ('bp') {
          <rect x=".75" y=".75" width="10.5" height="10.5" rx="1.5" fill="currentColor" />
        }
        @case ('joint') {
          <circle class="ring" cx="6" cy="6" r="4.8" />
          <circle class="ring" cx="13" cy="6" r="4.8" />
          <path class="seam" d="M9.5 2.72a4.8 4.8 0 0 1 0 6.56" />
        }
        @case ('shared') {
          <circle class="rp" cx="5.5" cy="6" r="4.5" fill="currentColor" />
          <rect class="bp" x="9.5" y="1.5" width="9" height="9" rx="1.4" fill="currentColor" />
        }
        @case ('only-me') {
          <path d="M6 1a3 3 0 0 1 1.6 5.5L9 11H3l1.4-4.5A3 3 0 0 1 6 1z" fill="currentColor" />
        }
        @case ('therapist') {
          <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />
        }
        @case ('team') {
          <path class="ring" d="M6 .9 10.5 3.45v5.1L6 11.1 1.5 8.55v-5.1z" />
        }
        @default {
          <circle class="ring" cx="6" cy="6" r="4.8" />
        }
      }
    </svg>
  `,
  styleUrl: './compartment-mark.css',
})
export class CompartmentMark {
  readonly of = input.required<Compartment>();
}

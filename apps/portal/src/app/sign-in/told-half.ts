import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, CodeInput, Note } from '@trellis/ui';
import { ToldLink } from './told-link';

/** Asks for the half that was told in person; without the other half, the link, it says what to do. */
@Component({
  selector: 'tr-told-half',
  imports: [Button, CodeInput, Note, TranslocoPipe],
  template: `
    @if (link.hasLink) {
      <p [id]="inputId() + '-hint'">{{ words() + '.told' | transloco }}</p>
      <tr-code-input
        [inputId]="inputId()"
        [describedBy]="inputId() + '-hint'"
        [label]="words() + '.toldLabel' | transloco"
        [wrong]="link.problem()?.code === 'invitation_refused'"
        [(value)]="link.told"
        (complete)="whole.emit()"
      />
      <button
        trButton
        look="main"
        wide
        type="button"
        [busy]="link.busy()"
        [off]="!link.toldWhole()"
        (click)="whole.emit()"
      >
        {{ 'signIn.continue' | transloco }}
      </button>
    } @else {
      <tr-note icon="link">{{ words() + '.noLink' | transloco }}</tr-note>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class ToldHalf {
  readonly inputId = input.required<string>();
  /** Where the words stand: `told`, `toldLabel`, `noLink`. */
  readonly words = input.required<string>();
  readonly whole = output();

  protected readonly link = inject(ToldLink);
}

import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Note } from '@trellis/ui';

/** Somebody else was faster: what stands there now, beside what the reader has typed and not lost. */
@Component({
  selector: 'tr-meanwhile-note',
  imports: [Note, TranslocoPipe],
  template: `
    <tr-note role="alert" icon="refresh">
      <p>{{ 'shell.meanwhile.says' | transloco }}</p>
      <blockquote>{{ text() === '' ? ('shell.meanwhile.nothing' | transloco) : text() }}</blockquote>
      <p class="small">{{ 'shell.meanwhile.yours' | transloco }}</p>
    </tr-note>
  `,
  styles: `
    :host {
      display: block;
      width: 100%;
    }
    blockquote {
      margin: 4px 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class MeanwhileNote {
  /** What stands there now; '' where it was taken out. */
  readonly text = input.required<string>();
}

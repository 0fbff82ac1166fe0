import { Component, inject, input } from '@angular/core';
import { Button } from '../button/button.js';
import { Icon } from '../icon/icon.js';
import { Announcer } from '../live-region/announcer.js';

/**
 * A value to be passed on as it is: a box that one click selects whole, and a button that copies it. What is inside
 * the element is shown in place of the bare value, for a secret in groups of four.
 */
@Component({
  selector: 'tr-copy-box',
  imports: [Button, Icon],
  template: `
    <div role="status" [class]="look()">
      <ng-content>{{ value() }}</ng-content>
    </div>
    @if (label()) {
      <button trButton small type="button" (click)="copy()"><tr-icon name="copy" />{{ label() }}</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    div {
      padding: 8px 12px;
      overflow-wrap: anywhere;
      font-size: 13px;
      background: var(--surface-2);
      border-radius: var(--radius-s);
      user-select: all;
    }
    .secret {
      font-size: 16px;
      font-weight: 600;
      letter-spacing: 0.06em;
    }
    .code {
      font-size: 22px;
      font-weight: 600;
      line-height: 28px;
      letter-spacing: 0.08em;
    }
  `,
})
export class CopyBox {
  readonly #announcer = inject(Announcer);
  readonly value = input('');
  /** `secret` is typed by hand, `code` is read out; a link is neither. */
  readonly look = input<'link' | 'secret' | 'code'>('link');
  /** Words of the button; without them there is none. */
  readonly label = input('');
  /** What is said when it was copied, and when the browser did not allow it. */
  readonly copied = input('');
  readonly notCopied = input('');

  protected async copy(): Promise<void> {
    const copied = await navigator.clipboard.writeText(this.value()).then(
      () => true,
      () => false,
    );
    this.#announcer.say(copied ? this.copied() : this.notCopied());
  }
}

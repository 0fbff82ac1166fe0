import { Component, ElementRef, effect, input, model, viewChild } from '@angular/core';

let dialogs = 0;

/**
 * A native modal dialog: focus stays inside, Escape closes, the focus returns to where it was. What was typed
 * inside is the caller's to keep. Buttons are projected as `dialogEnd`.
 */
@Component({
  selector: 'tr-dialog',
  template: `
    <dialog #native [attr.aria-labelledby]="headingId" (close)="open.set(false)">
      @if (open()) {
        <h2 [id]="headingId">{{ heading() }}</h2>
        <div class="body"><ng-content /></div>
        <div class="end"><ng-content select="[dialogEnd]" /></div>
      }
    </dialog>
  `,
  styles: `
    dialog {
      width: min(560px, calc(100vw - 32px));
      max-height: calc(100dvh - 32px);
      padding: 20px 24px;
      overflow: auto;
      color: var(--ink);
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      box-shadow: var(--pop);
    }
    dialog::backdrop {
      background: rgb(22 25 21 / 0.45);
    }
    .body {
      display: grid;
      gap: 14px;
      margin-top: 12px;
    }
    .end {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: flex-end;
      margin-top: 20px;
    }
  `,
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly open = model(false);
  protected readonly headingId = `tr-dialog-${(++dialogs).toString()}`;
  private readonly native = viewChild.required<ElementRef<HTMLDialogElement>>('native');

  constructor() {
    effect(() => {
      const dialog = this.native().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      if (!this.open() && dialog.open) dialog.close();
    });
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Button, SaveLine, type SavePlace } from '@trellis/ui';
import { OwnDevice } from '../device/own-device';
import { problemSentence } from '../http/problem-note';
import { Languages } from '../i18n/languages';
import type { DraftState } from './autosave';

/** The foot of a task: where the text is, and a way to leave it for now. */
@Component({
  selector: 'tr-save-bar',
  imports: [Button, SaveLine, TranslocoPipe],
  host: { '[class.look]': 'look()' },
  template: `
    <div class="inner">
      <tr-save-line [place]="place()" [sentence]="sentence()" [detail]="detail()" />
      @if (draft().other) {
        <button trButton small type="button" (click)="seeBoth.emit()">
          {{ 'task.save.seeBoth' | transloco }}
        </button>
      } @else {
        <button trButton small type="button" (click)="leave.emit()">
          {{ 'task.doneForNow' | transloco }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      bottom: 0;
      z-index: 12;
      display: block;
      background: var(--surface);
      border-top: 1px solid var(--line);
    }
    :host(.look) {
      background: var(--note-soft);
    }
    /* With large text the sentence takes the line, and the way out stands below it. */
    .inner {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      min-height: 68px;
      max-width: var(--column);
      margin: 0 auto;
      padding: 8px 12px calc(8px + env(safe-area-inset-bottom)) var(--pad);
    }
    tr-save-line {
      flex: 1 1 10rem;
      padding: 0;
      background: none;
    }
    button {
      flex: none;
      min-height: 48px;
    }
  `,
})
export class SaveBar {
  readonly draft = input.required<DraftState>();
  readonly seeBoth = output();
  readonly leave = output();
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);
  readonly #device = inject(OwnDevice);

  protected readonly look = computed(() =>
    ['offline', 'two', 'refused', 'signed_out'].includes(this.draft().place),
  );
  protected readonly place = computed((): SavePlace => {
    const { place, onDevice } = this.draft();
    if (place === 'clinic' || place === 'two' || place === 'offline') return place;
    return onDevice ? 'device' : 'page';
  });
  protected readonly sentence = computed(() => {
    const { place, onDevice, savedAt } = this.draft();
    if (place === 'two') return this.#say('two');
    if (place === 'clinic') return this.#say(savedAt === null ? 'nothing' : 'clinic');
    if (onDevice) return this.#say(place === 'offline' ? 'deviceOnly' : 'device');
    return this.#say('page');
  });
  protected readonly detail = computed(() => {
    const { place, problem, onDevice } = this.draft();
    if (place === 'refused' && problem !== null) return problemSentence(this.#transloco, problem);
    if (place === 'clinic' || place === 'two') return '';
    if (place === 'refused' || place === 'signed_out' || onDevice) return this.#say(place);
    return this.#say(place === 'offline' && this.#device.shared() ? 'offlineShared' : `${place}Page`);
  });

  #say(key: string): string {
    this.#languages.active();
    return this.#transloco.translate(`task.save.${key}`);
  }
}

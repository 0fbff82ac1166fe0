import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoomListView, RoomView } from '@trellis/contracts';
import { Button, Card, Field } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { ProblemNote } from '../core/http/problem-note';
import { CalendarApi } from './calendar-api';

/** Rooms of the clinic, which the office keeps. */
@Component({
  selector: 'tr-room-list',
  imports: [Button, Card, Field, ProblemNote, TranslocoPipe],
  providers: [CalendarApi],
  template: `
    <tr-card [heading]="'calendar.rooms' | transloco">
      <tr-problem-note [problem]="api.problem()" />
      <ul>
        @for (room of rooms(); track room.id) {
          <li>
            <span>{{ room.name }}</span>
            <button trButton small type="button" [busy]="api.busy()" (click)="close(room)">
              {{ 'calendar.closeRoom' | transloco }}
              <span class="visually-hidden">{{ room.name }}</span>
            </button>
          </li>
        }
      </ul>
      <form (submit)="$event.preventDefault(); add()">
        <tr-field #nameField [label]="'calendar.roomName' | transloco">
          <input
            #nameInput
            maxlength="60"
            [id]="nameField.id"
            [value]="name()"
            (input)="name.set(nameInput.value)"
          />
        </tr-field>
        <button trButton type="submit" [busy]="api.busy()">{{ 'calendar.addRoom' | transloco }}</button>
      </form>
    </tr-card>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      max-width: 480px;
      padding: 0;
      list-style: none;
    }
    li,
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: end;
      justify-content: space-between;
    }
    form {
      justify-content: start;
    }
  `,
})
export class RoomList {
  protected readonly api = inject(CalendarApi);
  protected readonly name = signal('');
  protected readonly list = httpResource<RoomListView>(() => apiUrl(paths.clinic.rooms));
  protected readonly rooms = computed(() => (this.list.hasValue() ? this.list.value().rooms : []));

  protected async add(): Promise<void> {
    if (this.name().trim() === '' || !(await this.api.addRoom({ name: this.name().trim() }))) return;
    this.name.set('');
    this.list.reload();
  }

  protected async close({ id, version }: RoomView): Promise<void> {
    if (await this.api.closeRoom(id, version)) this.list.reload();
  }
}

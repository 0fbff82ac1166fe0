import { Component, inject } from '@angular/core';
import {
  Announcer,
  Button,
  Card,
  Chip,
  CompartmentMark,
  Icon,
  KeyBar,
  Note,
  PersonPair,
  ReaderStrip,
  SaveLine,
  StageDots,
  StatePanel,
  compartments,
  iconPaths,
  type IconName,
} from '@trellis/ui';

/** Words, marks and the four states of a region. */
@Component({
  selector: 'tr-gallery-states',
  imports: [
    Button,
    Card,
    Chip,
    CompartmentMark,
    Icon,
    KeyBar,
    Note,
    PersonPair,
    ReaderStrip,
    SaveLine,
    StageDots,
    StatePanel,
  ],
  templateUrl: './gallery-states.html',
  styleUrl: './gallery.css',
})
export class GalleryStates {
  protected readonly announcer = inject(Announcer);
  protected readonly compartments = compartments;
  protected readonly icons = Object.keys(iconPaths) as IconName[];
  protected readonly tones = ['plain', 'line', 'note', 'leaf', 'seam', 'alarm'] as const;
  protected readonly looks = ['main', 'plain', 'quiet', 'alarm'] as const;
  protected readonly states = ['empty', 'loading', 'error', 'full'] as const;
  protected readonly places = [
    { place: 'page', sentence: 'Not saved yet' },
    { place: 'sending', sentence: 'Saving' },
    { place: 'device', sentence: 'Saved on this device' },
    { place: 'clinic', sentence: 'Saved with your clinic' },
    { place: 'offline', sentence: 'Saved on this device. No network.' },
    { place: 'two', sentence: 'Two versions, both kept' },
  ] as const;
  protected readonly readers = [
    { label: 'Can read', who: 'You, and Jo Whitlock, your therapist' },
    { label: 'Cannot', who: 'Rowan, and Rowan’s therapist' },
    { label: 'Cannot', who: 'The front desk. They see dates, never words.' },
  ];
}

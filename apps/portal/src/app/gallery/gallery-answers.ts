import { Component, signal } from '@angular/core';
import {
  Button,
  ChoiceList,
  CodeInput,
  Dialog,
  Field,
  MultiChips,
  type Option,
  ScaleRow,
  type ScaleAnswer,
  WordSlider,
} from '@trellis/ui';

/** Every way to answer, open and answered. */
@Component({
  selector: 'tr-gallery-answers',
  imports: [Button, ChoiceList, CodeInput, Dialog, Field, MultiChips, ScaleRow, WordSlider],
  templateUrl: './gallery-answers.html',
  styleUrl: './gallery.css',
})
export class GalleryAnswers {
  protected readonly dialogOpen = signal(false);
  protected readonly choice = signal<string | null>('not_sure');
  protected readonly feelings = signal<readonly string[]>(['tired']);
  protected readonly scale = signal<ScaleAnswer | null>(3);
  protected readonly weight = signal<number | null>(6);
  protected readonly safe: readonly Option[] = [
    { value: 'yes', label: 'Yes' },
    { value: 'not_sure', label: 'Not sure' },
    { value: 'no', label: 'No', note: 'Jo reads this in working hours.' },
  ];
  protected readonly moods: readonly Option[] = ['sad', 'angry', 'tired', 'calm', 'hopeful', 'tense'].map(
    (value) => ({
      value,
      label: value,
    }),
  );
  protected readonly anchors = ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'] as const;
  protected readonly heavy = ['Light', 'I notice it', 'A lot. I can hold it.', 'Too much'];
}

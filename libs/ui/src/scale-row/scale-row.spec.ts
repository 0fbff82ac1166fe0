import { TestBed } from '@angular/core/testing';
import { ScaleRow } from './scale-row.js';

async function shown() {
  const fixture = TestBed.createComponent(ScaleRow);
  fixture.componentRef.setInput('statement', 'I told the truth before I was asked.');
  fixture.componentRef.setInput('anchors', ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully']);
  fixture.componentRef.setInput('cannotSay', 'I cannot say');
  await fixture.whenStable();
  const radios = [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLInputElement>('input')];
  return { fixture, radios };
}

describe('the scale from 0 to 4', () => {
  it('has nothing chosen beforehand', async () => {
    const { fixture, radios } = await shown();
    expect(radios.some(({ checked }) => checked)).toBe(false);
    expect(fixture.componentInstance.value()).toBeNull();
  });

  it('is one group of native radios with a word each, so that arrow keys and screen readers work', async () => {
    const { radios } = await shown();
    expect(radios).toHaveLength(6);
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
    expect(radios.every(({ type }) => type === 'radio')).toBe(true);
    expect(radios.map(({ labels }) => labels?.[0]?.querySelector('span:last-of-type')?.textContent)).toEqual([
      'Not at all',
      'A little',
      'Partly',
      'Mostly',
      'Fully',
      'I cannot say',
    ]);
  });

  it('answers with a number, zero included, or with "cannot say"', async () => {
    const { fixture, radios } = await shown();
    radios[0]?.click();
    expect(fixture.componentInstance.value()).toBe(0);
    radios[5]?.click();
    expect(fixture.componentInstance.value()).toBe('cannot_say');
  });

  it('keeps two scales on one page apart', async () => {
    const [first, second] = [await shown(), await shown()];
    expect(first.radios[0]?.name).not.toBe(second.radios[0]?.name);
  });
});

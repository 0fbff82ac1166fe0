import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Announcer } from '../live-region/announcer';
import { CopyBox } from './copy-box';

@Component({
  imports: [CopyBox],
  template: `
    <tr-copy-box value="ABCDEFGH" label="Copy" copied="Copied." notCopied="By hand, please."
      >ABCD EFGH</tr-copy-box
    >
    <tr-copy-box value="plain" />
  `,
})
class Host {}

async function setUp(writeText: (text: string) => Promise<void>) {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  const say = jest.fn();
  TestBed.configureTestingModule({ providers: [{ provide: Announcer, useValue: { say } }] });
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const press = async () => {
    page.querySelector('button')!.click();
    await new Promise((done) => setTimeout(done));
  };
  return { page, say, press };
}

describe('a value to copy', () => {
  it('shows it in groups and copies it whole', async () => {
    const writeText = jest.fn(() => Promise.resolve());
    const { page, say, press } = await setUp(writeText);
    expect(page.querySelector('[role=status]')?.textContent.trim()).toBe('ABCD EFGH');
    await press();
    expect(writeText).toHaveBeenCalledWith('ABCDEFGH');
    expect(say).toHaveBeenCalledWith('Copied.');
  });

  it('says what to do where the browser does not allow it', async () => {
    const { say, press } = await setUp(() => Promise.reject(new Error('not allowed')));
    await press();
    expect(say).toHaveBeenCalledWith('By hand, please.');
  });

  it('shows the bare value without a button where nothing else is given', async () => {
    const { page } = await setUp(() => Promise.resolve());
    const [, bare] = page.querySelectorAll('tr-copy-box');
    expect(bare?.textContent.trim()).toBe('plain');
    expect(bare?.querySelector('button')).toBeNull();
  });
});

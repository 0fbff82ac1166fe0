import { TestBed } from '@angular/core/testing';
import { Languages } from '../i18n/languages';
import { provideLanguages } from '../i18n/provide-languages';
import { Session } from '../session/session';
import { OwnPage } from './own-page';

async function strip(sharedWith: readonly string[]): Promise<string> {
  const session = {
    person: () => ({ side: 'RP' }),
    partnerName: () => 'Sam',
    therapistName: () => 'Mina',
  };
  TestBed.configureTestingModule({
    providers: [provideLanguages(), { provide: Session, useValue: session }],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(OwnPage);
  fixture.componentRef.setInput('readers', 'words');
  fixture.componentRef.setInput('sharedWith', sharedWith);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent;
}

describe('who reads the words on a page', () => {
  it('says that the partner cannot, as long as nothing was shared with them', async () => {
    expect(await strip([])).toContain('You and Mina can read this. Sam cannot.');
  });

  it('names whom it was shared with, and says of nobody among them that they cannot', async () => {
    const said = await strip(['Sam']);
    expect(said).toContain('Shared with Sam.');
    expect(said).not.toContain('Sam cannot.');
    expect(said).not.toContain('Sam’s therapist');
  });

  it('still says that the partner cannot where only a therapist was named', async () => {
    const said = await strip(['Jo']);
    expect(said).toContain('Shared with Jo. Sam cannot.');
  });
});

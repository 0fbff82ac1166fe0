import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Emergencies } from '../core/emergency/emergencies';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { CompartmentCard } from './compartment-card';
import { sampleCouple } from './sample-couple';

async function cardOf(
  side: 'RP' | 'BP' | 'JOINT',
  couple = sampleCouple(),
  permissions = ['people.invite', 'homework.read'],
  emergencies: readonly { coupleId: string }[] = [],
) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLanguages(),
      { provide: Emergencies, useValue: { running: () => emergencies } },
      {
        provide: Session,
        useValue: { may: (one: string) => permissions.includes(one), staff: () => ({ id: 's-mina' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(CompartmentCard);
  fixture.componentRef.setInput('couple', couple);
  fixture.componentRef.setInput('side', side);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const buttonOf = (card: HTMLElement) => card.querySelector('button')?.textContent.trim();

describe('a compartment', () => {
  it('names the viewer as a reader on the own side and shows no wall there', async () => {
    const card = await cardOf('RP');
    expect(card.textContent).toContain('Rowan and you read here');
    expect(card.querySelector('.sealed')).toBeNull();
    expect(card.querySelector('a[href="/couples/c-1/homework"]')).not.toBeNull();
  });

  it('puts a wall before the other side, with whom to ask, and no way into its homework', async () => {
    const card = await cardOf('BP');
    expect(card.textContent).toContain('Sam and Jo Whitlock read here');
    expect(card.querySelector('.sealed')?.textContent).toContain('Ask Jo Whitlock.');
    expect(card.querySelector('a')).toBeNull();
  });

  it('opens the joint work to everyone on the care team, and to nobody else', async () => {
    const card = await cardOf('JOINT');
    expect(card.textContent).toContain('Both and the care team read here');
    expect(card.querySelector('.sealed')).toBeNull();
    expect(card.querySelector('button')).toBeNull();
    TestBed.resetTestingModule();
    const outside = await cardOf('JOINT', sampleCouple({ mySides: [] }));
    expect(outside.querySelector('.sealed')?.textContent).toContain('Ask Priya Raman.');
  });

  it('shows no wall to somebody who reads in an emergency, but the way into the homework', async () => {
    const card = await cardOf('BP', sampleCouple({ mySides: [] }), ['homework.read'], [{ coupleId: 'c-1' }]);
    expect(card.querySelector('.sealed')).toBeNull();
    expect(card.querySelector('a[href="/couples/c-1/homework"]')).not.toBeNull();
    expect(card.querySelector('button')).toBeNull();
  });

  it('lets the team invite who has not joined, and the own therapist alone who has', async () => {
    expect(buttonOf(await cardOf('BP'))).toBe('Invite Sam');
    TestBed.resetTestingModule();
    expect(buttonOf(await cardOf('RP'))).toBe('New way in for Rowan');
    TestBed.resetTestingModule();
    expect(buttonOf(await cardOf('RP', sampleCouple({ mySides: ['BP'] })))).toBeUndefined();
  });

  it('offers no invitation to staff who are not on the care team', async () => {
    expect(buttonOf(await cardOf('BP', sampleCouple({ mySides: [] })))).toBeUndefined();
  });

  it.each([
    ['open', 'Invitation open', 'New invitation'],
    ['locked', 'Invitation locked', 'New invitation'],
    ['expired', 'Invitation ended', 'New invitation'],
  ] as const)('says where an invitation stands: %s', async (invitation, chip, button) => {
    const people = sampleCouple().people.map((person) =>
      person.side === 'BP' ? { ...person, invitation } : person,
    );
    const card = await cardOf('BP', sampleCouple({ people }));
    expect(card.querySelector('tr-chip')?.textContent.trim()).toBe(chip);
    expect(buttonOf(card)).toBe(button);
  });

  it('says what is known of the device of one’s own person, and nothing of the other’s', async () => {
    const people = sampleCouple().people.map((person) =>
      person.side === 'RP' ? { ...person, sharedDevice: true, linkWanted: true } : person,
    );
    const card = await cardOf('RP', sampleCouple({ people }));
    expect(card.textContent).toContain('Uses a shared device');
    expect(card.textContent).toContain('Rowan and Sam are told nothing.');
    expect(card.textContent).toContain('Asks for a new link');
    TestBed.resetTestingModule();
    const other = await cardOf('BP', sampleCouple({ people }));
    expect(other.textContent).not.toMatch(/shared device|new link/);
  });
});

import type { SafetyPhrases } from './safety-kinds.js';

const others = ['him', 'her', 'them', 'you', 'my partner'] as const;
const children = [
  'the kids',
  'my kids',
  'the children',
  'my child',
  'my son',
  'my daughter',
  'a child',
] as const;
const each = (starts: readonly string[], ends: readonly string[]): readonly string[] =>
  starts.flatMap((start) => ends.map((end) => `${start} ${end}`));

/** English phrases (SAFETY-01). Short on purpose: a clinic adds its own. */
export const englishSafetyPhrases: SafetyPhrases = {
  self_harm: [
    'kill myself', 'killing myself', 'end my life', 'ending my life', 'take my life', 'take my own life',
    'taking my own life', 'want to die', 'wanna die', 'wish i was dead', 'wish i were dead', 'better off dead',
    'better off without me', 'suicide', 'suicidal', 'hurt myself', 'hurting myself', 'harm myself',
    'harming myself', 'self harm', 'self-harming', 'selfharm', 'cut myself', 'cutting myself', 'burn myself',
    'no reason to live', "don't want to live", 'do not want to live', "don't want to be alive",
    "don't want to be here anymore", 'end it all', 'overdose', 'overdosed', "can't go on", 'cannot go on',
    'jump off a bridge', 'hang myself', 'shoot myself', 'unalive myself',
  ],
  violence: [
    ...each(['hit', 'hits', 'beat', 'beats', 'punched', 'slapped', 'kicked', 'choked', 'strangled'], ['me']),
    ...each(['hitting', 'beating', 'choking', 'pushed', 'shoved', 'threatened', 'threatens', 'raped'], ['me']),
    ...each(['kill', 'strangle', 'stab', 'shoot', 'beat up', 'going to hurt', 'want to hurt', 'i hit'], others),
    ...each(['afraid of', 'scared of', 'frightened of', 'terrified of'], ['him', 'her', 'them', 'my partner']),
    'forced me', 'forces me', 'made me have sex', 'afraid for my life', 'fear for my life', 'has a gun',
    'got a gun', 'pulled a knife', 'threw things at me', "won't let me leave", 'locked me in', 'rape',
  ],
  child_harm: [
    ...each(['hit', 'hurt', 'hurting', 'hitting', 'beat', 'touched', 'abused', 'abusing', 'molested'], children),
    'child abuse', 'child porn', 'child pornography', 'csam', 'underage', 'under age', 'molested',
    'kids are not safe', "kids aren't safe", 'children are not safe', "children aren't safe", 'images of minors',
    'pictures of minors', 'videos of minors', 'images of children', 'sex with a minor',
  ],
  being_watched: [
    'watching me', 'watches me', 'tracking me', 'tracks me', 'tracking my phone', 'tracks my phone',
    'reads my messages', 'reading my messages', 'goes through my phone', 'going through my phone',
    'hidden camera', 'spyware', 'gps tracker', 'airtag', 'following me', 'follows me', 'stalking me',
    'stalks me', 'spying on me', 'spies on me', 'knows my password', 'has my password',
    'over my shoulder', 'might read this', 'is reading this', 'makes me show my phone',
  ],
  intoxication: [
    'i am drunk', "i'm drunk", 'drunk right now', 'i was drunk', 'got drunk', 'i am high', "i'm high",
    'high right now', 'i have been drinking', "i've been drinking", 'been drinking all', 'too many pills',
    'took all my pills', 'took pills', 'blacked out', 'blackout drunk', "can't stop drinking",
    'drinking too much', 'drunk again', 'using again',
  ],
}; // prettier-ignore

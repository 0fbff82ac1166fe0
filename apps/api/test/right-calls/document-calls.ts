import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** The disclosure document. What a call names need not be there: its form is what counts. */
export function documentCalls(ours: ArrangedCase): RightCalls {
  const author = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const guide = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const partners = (): Promise<TestClient> => Promise.resolve(ours.jo);
  const none = '99999999-9999-4999-8999-999999999999';
  const ids = { coupleId: ours.coupleId };
  const onComment = { ...ids, commentId: none };
  const place = { start: 0, length: 3, text: 'which evening' };
  const legal = { exposurePossible: false, minorOrCrime: false };
  const entry = {
    ...{ period: '2019', behaviour: 'films', medium: 'phone', frequency: 'weekly', timeCost: '3 h' },
    ...{ moneyCost: '0', secrecy: 'none', realPersons: false, healthRisk: false },
    ...{ knownByPartner: 'no', source: 'memory' },
  };
  return {
    'DisclosureDocumentsController.standing': { as: guide, ids },
    'DisclosureDocumentsController.version': { as: guide, ids: { ...ids, number: '1' } },
    'DisclosureDocumentsController.inventory': { as: guide, ids },
    'DisclosureDocumentsController.answerLegal': {
      ...{ as: guide, ids, version: 1, keyed: true, body: legal, loose: /^exposurePossible$/ },
    },
    'DisclosureDocumentsController.comment': {
      ...{ as: guide, ids, keyed: true, body: { ...place, id: randomUUID(), number: 1, section: 'a' } },
    },
    'DisclosureDocumentsController.changeComment': {
      ...{ as: guide, ids: onComment, version: 1, keyed: true, body: place },
    },
    'DisclosureDocumentsController.removeComment': { as: guide, ids: onComment, version: 1, keyed: true },
    'DisclosureDocumentsController.decide': {
      ...{ as: guide, ids, version: 1, keyed: true },
      body: { section: 'a', number: 1, decision: 'approved' },
    },
    'DocumentCustodyController.read': { as: partners, ids },
    'DocumentCustodyController.raiseGaps': {
      ...{ as: partners, ids, version: 1, keyed: true, body: { questionIds: [none] } },
    },
    'DocumentCustodyController.askLater': { as: partners, ids, keyed: true },
    'DocumentCustodyController.agreeLater': { as: guide, ids: { ...ids, readingId: none }, keyed: true },
    'DocumentCustodyController.one': { as: guide, ids },
    'DocumentCustodyController.lookUpHold': {
      ...{ as: guide, ids, version: 1, keyed: true, body: { hold: false } },
    },
    'DocumentCustodyController.sign': { as: guide, ids, keyed: true },
    'OwnDocumentController.page': { as: author },
    'OwnDocumentController.version': { as: author, ids: { number: '1' } },
    'OwnDocumentController.inventory': { as: author },
    'OwnDocumentController.saveSection': {
      ...{ as: author, ids: { section: 'a' }, version: 0, body: { text: 'why I share' } },
    },
    'OwnDocumentController.saveInventory': { as: author, version: 0, body: { entries: [entry] } },
    'OwnDocumentController.answerLegal': {
      ...{ as: author, version: 0, keyed: true, body: legal, loose: /^exposurePossible$/ },
    },
    'OwnDocumentController.handIn': {
      ...{ as: author, keyed: true, loose: /^basedOn$/ },
      body: { basedOn: null, sections: [{ section: 'a', version: 1 }] },
    },
    'OwnDocumentController.settle': { as: author, ids: { commentId: none }, version: 1, keyed: true },
  };
}

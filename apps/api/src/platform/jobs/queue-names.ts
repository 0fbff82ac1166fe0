/** The one queue of the server. Kinds of work are told apart by the outbox message, not by queues. */
export const queueName = 'trellis';

/** Schema of the queue's own tables on Postgres; the grants in job-tables.ts spell it out. */
export const jobSchema = 'bullmq';

/** Channel on which a new outbox message wakes the relay; the statement in wake-up.ts spells it out. */
export const outboxChannel = 'trellis_outbox';

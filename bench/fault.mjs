/** What a person can mend, or must be told: the message is all there is to say. */
export class Fault extends Error {}

import type { Channel } from "../facts/member.js";
import type { TopicName } from "../program/topics.js";
import type { SmsLength } from "./sms-length.js";

/** A message that somebody else will send, to the member or to the shop. It names nobody: the host fills in the address. */
export interface Intent {
  /** Derived from the entry, the topic and the channel: an outbox keyed by it sends once. */
  readonly id: string;
  /** The same in words. */
  readonly dedupeKey: string;
  /** What it is about; of a merged message, its first topic. */
  readonly topic: TopicName;
  readonly category: "service" | "promotional";
  readonly to: { readonly memberId: string } | { readonly shop: true };
  readonly channels: readonly Channel[];
  readonly locale: string;
  /** The topics it speaks of, joined by `+`: to find the text that a provider has approved. */
  readonly template: string;
  readonly params: readonly IntentParam[];
  readonly text: string;
  /** For an SMS: what it takes to send. */
  readonly sms?: SmsLength;
  /** Not before, for quiet hours, and not after, for nobody wants yesterday's message. */
  readonly notBefore: string;
  readonly notAfter: string;
}

/** `value` for machines, `text` as it stands in the message. */
export interface IntentParam {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

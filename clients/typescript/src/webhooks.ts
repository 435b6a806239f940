// Verifying webhooks. Source: Standard Webhooks (standardwebhooks.com), symmetric signatures `v1`.

/** How many seconds a message's time may be off. */
export const TOLERANCE = 300;

/** The message is not from who holds the secret, or is too old. */
export class WebhookInvalid extends Error {
  override readonly name = "WebhookInvalid";
}

/** The body of a webhook. */
export interface WebhookMessage {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
  [more: string]: unknown;
}

/**
 * The message of a webhook, once its signature and its time are found good. Rejects with WebhookInvalid.
 *
 * `body` is what came over the wire, not what a parser made of it; `now` is in seconds.
 */
export async function verifyWebhook(
  body: Uint8Array | string,
  headers: Headers | Record<string, string | Array<string> | undefined>,
  secret: string,
  { now = Date.now() / 1000 }: { now?: number } = {},
): Promise<WebhookMessage> {
  const given = new Map<string, string>();
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  for (const [name, value] of entries) if (typeof value === "string") given.set(name.toLowerCase(), value);
  const [id, stamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => given.get(name));
  const bytes = decoded(secret.replace(/^whsec_/, ""));
  if (id === undefined || signatures === undefined || stamp === undefined || !/^\d{1,12}$/.test(stamp) || bytes === undefined) {
    throw new WebhookInvalid("a header is missing or malformed");
  }
  if (Math.abs(now - Number(stamp)) > TOLERANCE) throw new WebhookInvalid("the message is too old");
  const raw = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const head = new TextEncoder().encode(`${id}.${stamp}.`);
  const message = new Uint8Array(head.length + raw.length);
  message.set(head);
  message.set(raw, head.length);
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  for (const signature of signatures.split(" ")) {
    const [version, value] = signature.split(",", 2);
    const wanted = version === "v1" && value !== undefined ? decoded(value) : undefined;
    if (wanted !== undefined && (await crypto.subtle.verify("HMAC", key, wanted, message))) {
      return JSON.parse(new TextDecoder().decode(raw)) as WebhookMessage;
    }
  }
  throw new WebhookInvalid("no signature fits");
}

function decoded(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

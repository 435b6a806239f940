// What is sent again, when, and with which key: against a server that answers as it is told.

import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";

import { Guildhall, type GuildhallOptions, RateLimited, ServerFault, Unauthorized, verifyWebhook, WebhookInvalid } from "../../../clients/typescript/src/index.js";
import { given } from "./given.js";

interface Seen {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

type Answer = (response: ServerResponse, seen: Seen) => void;

const ORDER = { customer: "cus_01h455vb4pex5vsknk084sn02q" };
const problem = (status: number, code: string, headers: Record<string, string> = {}): Answer => (response) => {
  response.writeHead(status, { "Content-Type": "application/problem+json", ...headers });
  response.end(JSON.stringify({ type: "about:blank", title: "", status, detail: "no", code, request_id: "req", errors: [] }));
};
const json = (status: number, body: unknown): Answer => (response) => {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
};
const cut: Answer = (response) => response.destroy();

async function told(
  answers: Array<Answer>,
  run: (api: Guildhall, seen: Array<Seen>, slept: Array<number>) => Promise<void>,
  options: GuildhallOptions = {},
): Promise<void> {
  const seen: Array<Seen> = [];
  const slept: Array<number> = [];
  const server = createServer((request, response) => {
    const chunks: Array<Buffer> = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const now = { method: request.method!, path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() };
      seen.push(now);
      (answers[seen.length - 1] ?? problem(500, "no_answer_left"))(response, now);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const sleep = async (seconds: number): Promise<void> => void slept.push(seconds);
  try {
    const { port } = server.address() as AddressInfo;
    await run(new Guildhall(`http://127.0.0.1:${port}`, { tenant: "one", sleep, ...options }), seen, slept);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

test("a POST is sent again with the same key and body, after what Retry-After says", () =>
  told([problem(503, "database_busy", { "Retry-After": "7" }), cut, problem(409, "request_in_flight", { "Retry-After": "2" }), json(201, { id: "ord" })], async (api, seen, slept) => {
    await api.orders.create({ body: ORDER });
    assert.equal(seen.length, 4);
    assert.equal(new Set(seen.map((one) => one.headers["idempotency-key"])).size, 1);
    assert.match(String(seen[0]!.headers["idempotency-key"]), /^[0-9a-f-]{36}$/);
    assert.deepEqual(new Set(seen.map((one) => one.body)), new Set([JSON.stringify(ORDER)]));
    assert.deepEqual([slept[0], slept[2]], [7, 2]);
    assert.ok(slept[1]! >= 0 && slept[1]! <= 1);
  }));

test("two calls have two keys, and a given key is kept", () =>
  told([json(201, {}), json(201, {}), json(201, {})], async (api, seen) => {
    await api.orders.create({ body: ORDER });
    await api.orders.create({ body: ORDER });
    await api.orders.create({ body: ORDER, idempotencyKey: "mine" });
    const keys = seen.map((one) => one.headers["idempotency-key"]);
    assert.equal(new Set(keys).size, 3);
    assert.equal(keys[2], "mine");
  }));

test("a GET is sent again at most as often as is said", () =>
  told([cut, problem(502, "x"), problem(504, "x")], async (api, seen, slept) => {
    await assert.rejects(api.orders.list(), ServerFault);
    assert.deepEqual([seen.length, slept.length], [3, 2]);
  }, { attempts: 3 }));

test("what is not safe is not sent again", () =>
  told([problem(503, "database_busy"), cut], async (api, seen, slept) => {
    await assert.rejects(api.branches.update("brn_x", { body: {} }), ServerFault);
    await assert.rejects(api.branches.update("brn_x", { body: {} }), TypeError);
    assert.deepEqual([seen.length, slept.length], [2, 0]);
  }));

test("a refusal is not sent again, and a wait of hours is the caller's", () =>
  told([problem(409, "quote_expired"), problem(429, "rate_limited", { "Retry-After": "3600" })], async (api, seen, slept) => {
    await assert.rejects(api.orders.create({ body: ORDER }), { code: "quote_expired" });
    await assert.rejects(api.orders.list(), (error: unknown) => error instanceof RateLimited && error.retryAfter === 3600);
    assert.deepEqual([seen.length, slept.length], [2, 0]);
  }));

test("a 401 renews the session once, and the key stays", () =>
  told([problem(401, "token_expired"), json(200, { access_token: "new", refresh_token: "r2" }), json(201, {})], async (api, seen) => {
    api.useTokens("old", "r1");
    await api.orders.create({ body: ORDER });
    assert.deepEqual(seen.map((one) => one.headers.authorization), ["Bearer old", undefined, "Bearer new"]);
    assert.deepEqual([seen[1]!.path, JSON.parse(seen[1]!.body)], ["/api/v1/auth/tokens/refresh", { refresh_token: "r1" }]);
    assert.equal(seen[1]!.headers["idempotency-key"], undefined);
    assert.equal(seen[0]!.headers["idempotency-key"], seen[2]!.headers["idempotency-key"]);
    assert.deepEqual(api.tokens, { access: "new", refresh: "r2" });
  }));

test("a session that has ended is told at once, and a second 401 is not tried again", () =>
  told([problem(401, "token_expired"), problem(401, "session_ended"), problem(401, "token_expired"), problem(401, "token_expired"), json(200, { access_token: "new", refresh_token: "r2" }), problem(401, "token_expired")], async (api, seen) => {
    api.useTokens("old", "r1");
    await assert.rejects(api.me.retrieve(), Unauthorized);
    await assert.rejects(api.me.retrieve(), Unauthorized);
    assert.equal(seen.length, 3);
    api.useTokens("old", "r1");
    await assert.rejects(api.me.retrieve(), Unauthorized);
    assert.equal(seen.length, 6);
  }));

test("a refusal that is no problem document is an error all the same", () =>
  told([(response) => response.writeHead(500, { "Content-Type": "text/html" }).end("<h1>no</h1>")], async (api) => {
    await assert.rejects(api.orders.list(), (error: unknown) => error instanceof ServerFault && error.code === "unknown");
  }));

test("lists are separated by commas, and what is not said is not sent", () =>
  told([json(200, { data: [], next_cursor: null })], async (api, seen) => {
    await api.orders.list({ query: { state_group: ["open", "completed"], q: undefined, limit: 5 } });
    assert.equal(seen[0]!.path, "/api/v1/orders?state_group=open%2Ccompleted&limit=5");
    assert.equal(seen[0]!.headers["x-tenant"], "one");
  }));

test("a stream goes on from the last event after a break", () => {
  const event = (id: string): string => `id: ${id}\r\nevent: order.placed\r\ndata: {"sequence":\r\ndata: 1}\r\n\r\n`;
  const stream = (text: string, end: (response: ServerResponse) => void): Answer => (response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(`: hello\n\n${text}`, () => end(response));
  };
  return told(
    [
      stream(event("evt_1"), (response) => setTimeout(() => response.destroy(), 50)),
      stream(event("evt_2"), (response) => response.end()),
      problem(503, "database_busy"),
      stream(event("evt_3"), () => undefined),
    ],
    async (api, seen, slept) => {
      const ids: Array<string> = [];
      for await (const one of api.stream({ after: "evt_0", topics: "order.placed" })) {
        ids.push(one.id);
        assert.deepEqual([one.type, one.data], ["order.placed", { sequence: 1 }]);
        if (ids.length === 3) break;
      }
      assert.deepEqual(ids, ["evt_1", "evt_2", "evt_3"]);
      assert.deepEqual(seen.map((one) => one.headers["last-event-id"]), ["evt_0", "evt_1", "evt_2", "evt_2"]);
      assert.ok(seen.every((one) => one.path === "/api/v1/stream?topics=order.placed"));
      assert.equal(slept.length, 3);
    },
  );
});

test("a stream without anything ends after its time, and a refused one is an error", () =>
  told([(response) => void response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders(), problem(403, "permission_denied")], async (api) => {
    for await (const one of api.stream({ timeout: 0.2 })) assert.fail(`nothing was sent, but ${one.type} came`);
    await assert.rejects(api.stream().next(), { code: "permission_denied" });
  }));

test("a webhook is verified", async () => {
  const { body, headers, secret } = given.webhook;
  const message = await verifyWebhook(body, headers, secret);
  assert.equal(message.type, "order.placed");
  assert.equal((await verifyWebhook(new TextEncoder().encode(body), new Headers(headers), secret)).type, "order.placed");
  const refused: Array<[string, Record<string, string>, string]> = [
    [`${body} `, headers, secret],
    [body, { ...headers, "webhook-id": "other" }, secret],
    [body, { ...headers, "webhook-timestamp": "1" }, secret],
    [body, { ...headers, "webhook-signature": "v1,AAAA" }, secret],
    [body, { ...headers, "webhook-signature": "v1," }, secret],
    [body, headers, `whsec_${btoa("another secret of enough bytes")}`],
    [body, headers, "whsec_!"],
    [body, {}, secret],
  ];
  for (const one of refused) await assert.rejects(verifyWebhook(...one), WebhookInvalid);
});

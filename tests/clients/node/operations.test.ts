// Every operation of the contract, called through the client with the least that is valid.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Guildhall, GuildhallError } from "../../../clients/typescript/src/index.js";
import { client, given, type PlannedCall } from "./given.js";

type Method = (...words: Array<unknown>) => Promise<unknown>;

let seen = 0;
const watched: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  seen = response.status;
  return response;
};

function camel(text: string): string {
  return text.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function bodyOf(call: PlannedCall): unknown {
  if (call.sends === "form") return { file: new File([String(call.body ?? "smoke")], "smoke.txt", { type: "text/plain" }) };
  if (call.sends === "bytes") return new Blob([String(call.body ?? "smoke")]);
  return call.body ?? undefined;
}

function methodOf(api: Guildhall, call: PlannedCall): Method {
  const resource = (api as unknown as Record<string, Record<string, Method> | undefined>)[camel(call.resource)];
  const method = resource?.[camel(call.method)];
  assert.ok(method, `the client has no ${call.resource}.${call.method}`);
  return method.bind(resource);
}

test("every operation answers as the contract says", async () => {
  const [staff, operator] = [await client("owner", { fetch: watched, attempts: 1 }), await client("operator", { fetch: watched, attempts: 1 })];
  const wrong: Array<string> = [];
  let succeeded = 0;
  for (const call of given.calls) {
    const method = methodOf(call.platform ? operator : staff, call);
    seen = 0;
    let note = "";
    try {
      const answer = await method(...call.ids, { query: call.query, body: bodyOf(call) });
      succeeded += 1;
      if (call.method === "list" && !Array.isArray((answer as { data?: unknown }).data)) note = "its list has no data";
    } catch (error) {
      if (!(error instanceof GuildhallError)) throw error;
      // A refusal is one of the API's own; and a list has no reason to refuse.
      // Those of OAuth are RFC 6749's, in which no request id stands.
      const told = error.requestId !== "" || call.operation.startsWith("oauth_");
      if (error.code === "unknown" || !told || call.method === "list") note = error.message;
    }
    if (!call.statuses.includes(seen) || seen >= 500 || note !== "") wrong.push(`${call.operation}: ${seen} ${note}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(succeeded > (given.calls.length * 2) / 3, `only ${succeeded} of ${given.calls.length} operations succeeded`);
});

test("the client has no method that the contract does not name", () => {
  const named = new Set(given.calls.map((call) => `${camel(call.resource)}.${camel(call.method)}`));
  const api = new Guildhall("http://127.0.0.1:1", { tenant: "nobody" });
  const found = new Set<string>();
  for (const [name, resource] of Object.entries(api)) {
    if (typeof resource !== "object" || resource === null) continue;
    for (const method of Object.getOwnPropertyNames(Object.getPrototypeOf(resource))) {
      if (method !== "constructor" && !method.startsWith("each")) found.add(`${name}.${method}`);
    }
  }
  assert.deepEqual([...found].sort(), [...named].sort());
});

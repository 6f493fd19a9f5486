import { mergeCustomers } from "../../commands/merge-customers";
import { createCustomer, updateCustomer } from "../../commands/save-customer";
import { setDedicatedAgent } from "../../commands/set-dedicated-agent";
import { createCustomerBody, customerPage, customerProfile, listCustomersQuery, mergeCustomerBody, setDedicatedAgentBody, updateCustomerBody } from "../../contracts/customers";
import { getCustomerProfile, listCustomers, readCustomerProfile } from "../../reads/customers";
import { operation } from "../operation";
import { byId } from "./by-id";

const answer = { status: 200, description: "The customer as they are now", schema: customerProfile } as const;

export const customerOperations = [
  operation(
    {
      operationId: "listCustomers",
      method: "get",
      path: "/customers",
      tag: "Customers",
      summary: "Customers by name; also the way to find one by e-mail or external id",
      access: "customer.read",
      query: listCustomersQuery,
      answer: { status: 200, description: "A page of customers", schema: customerPage },
    },
    ({ actor, query }) => listCustomers(actor, query),
  ),
  operation(
    {
      operationId: "createCustomer",
      method: "post",
      path: "/customers",
      tag: "Customers",
      summary: "Add a customer",
      access: "customer.write",
      body: createCustomerBody,
      answer: { status: 201, description: "The new customer", schema: customerProfile },
      problems: ["already_exists"],
    },
    async ({ actor, body }) => readCustomerProfile(actor, await createCustomer(actor.organizationId, body)),
  ),
  operation(
    {
      operationId: "getCustomer",
      method: "get",
      path: "/customers/{id}",
      tag: "Customers",
      summary: "One customer",
      description: "For one who was merged into another it answers that other.",
      access: "customer.read",
      params: byId,
      answer,
    },
    ({ actor, params }) => getCustomerProfile(actor, params.id),
  ),
  operation(
    {
      operationId: "updateCustomer",
      method: "patch",
      path: "/customers/{id}",
      tag: "Customers",
      summary: "Change a customer's details",
      description: "What is left out stays; null clears. Tags are replaced as a whole; of the attributes only those named change, and null removes one.",
      access: "customer.write",
      params: byId,
      body: updateCustomerBody,
      answer,
      problems: ["already_exists", "conflict"],
    },
    async ({ actor, params, body }) => {
      await updateCustomer(actor.organizationId, params.id, body);
      return readCustomerProfile(actor, params.id);
    },
  ),
  operation(
    {
      operationId: "mergeCustomer",
      method: "post",
      path: "/customers/{id}/merge",
      tag: "Customers",
      summary: "Merge another customer into this one",
      description:
        "All of the other's conversations become this one's, and what this one lacks is taken from the other: the dedicated agent, e-mail, external id, language, tags and attributes. It can't be undone.",
      access: "customer.merge",
      params: byId,
      body: mergeCustomerBody,
      answer,
      problems: ["conflict"],
    },
    async ({ actor, params, body }) => {
      await mergeCustomers(actor, params.id, body.customerId);
      return readCustomerProfile(actor, params.id);
    },
  ),
  operation(
    {
      operationId: "setDedicatedAgent",
      method: "put",
      path: "/customers/{id}/dedicated-agent",
      tag: "Customers",
      summary: "Link a customer to their dedicated agent",
      description: "Conversations of theirs that are assigned stay where they are; those that still need routing are decided afresh.",
      access: "customer.dedicated_agent.edit",
      params: byId,
      body: setDedicatedAgentBody,
      answer,
      problems: ["agent_not_routable", "conflict"],
    },
    async ({ actor, params, body }) => {
      await setDedicatedAgent(actor, params.id, body.agentId);
      return readCustomerProfile(actor, params.id);
    },
  ),
  operation(
    {
      operationId: "removeDedicatedAgent",
      method: "delete",
      path: "/customers/{id}/dedicated-agent",
      tag: "Customers",
      summary: "Remove a customer's dedicated agent",
      access: "customer.dedicated_agent.edit",
      params: byId,
      answer,
      problems: ["conflict"],
    },
    async ({ actor, params }) => {
      await setDedicatedAgent(actor, params.id, null);
      return readCustomerProfile(actor, params.id);
    },
  ),
];

'use client';
import { claimsOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from './client.js';

export function Claims() {
  const [first, setFirst] = useState(3);
  const { data, error } = useQuery(claimsOptions(client, { first }));
  if (error) return <p>{error.kind}</p>;
  return (
    <>
      <ul>
        {data?.claims.nodes.map(({ id, statement }) => (
          <li key={id}>{statement}</li>
        ))}
      </ul>
      <button type="button" onClick={() => setFirst(4)}>
        more
      </button>
    </>
  );
}

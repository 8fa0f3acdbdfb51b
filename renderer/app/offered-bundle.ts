// A bundle that was double-clicked leads to the receive page, wherever the user is.

import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { onEvent } from '../bridge/desk';

/** Stands inside the router. The receive page takes the offer from the route's state. */
export function OfferedBundle() {
  const navigate = useNavigate();
  useEffect(() => onEvent('fileOffered', (offered) => void navigate('/exchange/receive', { state: { offered } })), [navigate]);
  return null;
}

// Bundles that were double-clicked lead to the receive page, wherever the user is.

import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { onEvent } from '../bridge/desk';

/** Stands inside the router. The receive page takes the offer from the route's state. */
export function OfferedBundles() {
  const navigate = useNavigate();
  useEffect(() => onEvent('filesOffered', (offered) => void navigate('/exchange/receive', { state: { offered } })), [navigate]);
  return null;
}

import { useRouter } from 'vue-router'

/** Opens the card of a letter; Back leads to the part of control one came from. */
export function useOpenCard(): (id: number) => void {
  const router = useRouter()
  return (id) => void router.push({ name: 'card', params: { id: String(id) } })
}

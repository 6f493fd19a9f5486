"use client";

import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type Announcements } from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import { useId, type ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

export interface SortableItem {
  readonly key: string;
  readonly name: string;
}

interface SortableListProps {
  label: string;
  items: readonly SortableItem[];
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

/** A list whose rows are dragged, by pointer or with the space and arrow keys, to another place. */
export function SortableList({ label, items, onMove, children }: SortableListProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const placeOf = (key: string | number) => items.findIndex((item) => item.key === key);
  const nameOf = (key: string | number) => items[placeOf(key)]?.name ?? "";
  const placeInWords = (key: string | number) => `place ${placeOf(key) + 1} of ${items.length}`;
  const pickedUp = (key: string | number) => `${nameOf(key)} is picked up, at ${placeInWords(key)}.`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => pickedUp(active.id),
    // It is over its own place as soon as it is picked up.
    onDragOver: ({ active, over }) => (over === null ? undefined : over.id === active.id ? pickedUp(active.id) : `${nameOf(active.id)} is moved to ${placeInWords(over.id)}.`),
    onDragEnd: ({ active, over }) => `${nameOf(active.id)} is put down${over === null ? "" : `, at ${placeInWords(over.id)}`}.`,
    onDragCancel: ({ active }) => `${nameOf(active.id)} is back where it was.`,
  };
  return (
    <DndContext
      // React's own id, so that server and browser make the same.
      id={useId()}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: "Press space to pick it up, the arrow keys to move it, space again to put it down, Escape to leave it where it was." } }}
      onDragEnd={({ active, over }) => {
        if (over !== null && active.id !== over.id) onMove(placeOf(active.id), placeOf(over.id));
      }}
    >
      <SortableContext items={items.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
        <ul aria-label={label}>{children}</ul>
      </SortableContext>
    </DndContext>
  );
}

interface SortableRowProps {
  item: SortableItem;
  isReadOnly: boolean;
  className?: string;
  /** Is given the handle. */
  children: (handle: ReactNode) => ReactNode;
}

export function SortableRow({ item: { key, name }, isReadOnly, className, children }: SortableRowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: key, disabled: isReadOnly });
  const handle = isReadOnly ? null : (
    <button
      type="button"
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      aria-label={`Reorder ${name}`}
      className="flex size-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
  return (
    <li ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }} className={cn("bg-surface", isDragging && "relative z-10 shadow-bar", className)}>
      {children(handle)}
    </li>
  );
}

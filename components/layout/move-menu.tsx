"use client";

import { ArrowDown, ArrowUp, MoreVertical, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";

interface MoveMenuProps {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** What can be done to a row of an ordered list without dragging it. */
export function MoveMenu({ name, isFirst, isLast, onMove, onRemove }: MoveMenuProps) {
  return (
    <Menu>
      <MenuTrigger render={<Button variant="ghost" size="icon-sm" aria-label={`More for ${name}`} />}>
        <MoreVertical aria-hidden />
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem disabled={isFirst} onClick={() => onMove(-1)}>
          <ArrowUp aria-hidden className="size-4" /> Move up
        </MenuItem>
        <MenuItem disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown aria-hidden className="size-4" /> Move down
        </MenuItem>
        <MenuItem onClick={onRemove}>
          <Trash2 aria-hidden className="size-4" /> Remove
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

import { wording } from "../wording.ts";

interface PlaceLinkProps {
  /** In degrees. */
  latitude: number;
  longitude: number;
}

/** Coordinates and a link to a map. No map is shown: the page loads nothing from anyone else. */
export function PlaceLink({ latitude, longitude }: PlaceLinkProps) {
  // Five decimals are a metre.
  const [lat, lng] = [Number(latitude.toFixed(5)), Number(longitude.toFixed(5))];
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=16/${lat}/${lng}`;
  return (
    <span className="place">
      <span>
        {lat}, {lng}
      </span>{" "}
      <a href={map} rel="external">
        {wording.onTheMap}
      </a>
    </span>
  );
}
